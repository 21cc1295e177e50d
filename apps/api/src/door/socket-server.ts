import { CONFIG, Log, type Config } from '@lienket/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { ContextMaker } from './context-maker.js';
import { FORMS, type Forms } from './form.js';
import { showsSchema } from './graphql-options.js';
import { GRAPHQL_PATH } from './graphql-route.js';
import { measuredSocket } from './metrics-plugin.js';
import { OpenSockets } from './open-sockets.js';
import { OperationMetrics } from './operation-metrics.js';
import { mayAsk } from './origins.js';
import { socketOptions } from './socket.js';
import { TrustedDocuments } from './trusted-documents.js';

/** As much as HTTP takes; what @nestjs/graphql would open takes a hundred times as much from anybody. */
const MESSAGE_MAX_BYTES = 1_048_576;
const GOODBYE_MAX_MS = 1000;

/** graphql-transport-ws at the path of GraphQL; no other path is a socket's. */
@Injectable()
export class SocketServer implements OnApplicationBootstrap {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX_BYTES });
  private end: () => void | Promise<void> = () => undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly schemas: GraphQLSchemaHost,
    private readonly contexts: ContextMaker,
    private readonly open: OpenSockets,
    private readonly documents: TrustedDocuments,
    private readonly log: Log,
    private readonly metrics: OperationMetrics,
    @Inject(FORMS) private readonly forms: Forms,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.schemas;
    const { contexts, open, documents, log, forms } = this;
    const { LIENKET_PROXIES: proxies } = this.config;
    const shown = { showsSchema: showsSchema(this.config) };
    const options = socketOptions({ schema, forms, contexts, open, documents, log, proxies, ...shown });
    const served = useServer(measuredSocket(options, this.metrics), this.sockets);
    this.end = () => served.dispose();
    const http = this.host.httpAdapter.getHttpServer() as Server;
    http.on('upgrade', (request, socket, head) => {
      if (request.url?.split('?')[0] !== GRAPHQL_PATH)
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      else if (!mayAsk(request.headers, this.config)) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      else
        this.sockets.handleUpgrade(request, socket, head, (opened) => {
          this.welcome(opened, request);
        });
    });
  }

  private welcome(opened: WebSocket, request: IncomingMessage): void {
    this.sockets.emit('connection', opened, request);
    // What a client sends wrong closes its own socket; graphql-ws would shout it out on the console.
    opened.removeAllListeners('error').on('error', () => undefined);
  }

  /**
   * Says goodbye to everybody, and waits for no one who doesn't answer. Before the application closes: HTTP waits for
   * every connection that it has opened, and the sockets are among them.
   */
  async close(): Promise<void> {
    const impatience = setTimeout(() => {
      for (const client of this.sockets.clients) client.terminate();
    }, GOODBYE_MAX_MS);
    await this.end();
    clearTimeout(impatience);
  }
}
