import { REDIRECT_URL } from './openid-issuer.js';

const STEPS_MAX = 12;

/**
 * A browser of one person, as far as an issuer's pages need one: it keeps cookies, follows redirects, and fills in whatever
 * form it is shown. It stops where it would leave the issuer.
 */
export class ScriptedBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly login: string) {}

  /** The address at which the issuer sends the person back. */
  async signInAt(page: string): Promise<string> {
    let wish: { url: string; form?: URLSearchParams } = { url: page };
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const response = await this.open(wish.url, wish.form);
      const location = response.headers.get('location');
      if (location?.startsWith(REDIRECT_URL)) return location;
      if (location !== null) wish = { url: new URL(location, wish.url).href };
      else wish = this.filledIn(await response.text(), wish.url);
    }
    throw new Error('The issuer never sent the person back.');
  }

  private async open(url: string, form?: URLSearchParams): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  private filledIn(html: string, url: string): { url: string; form: URLSearchParams } {
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) throw new Error(`The issuer shows no form: ${html.slice(0, 300)}`);
    const form = new URLSearchParams();
    for (const [input] of html.matchAll(/<input[^>]*>/g)) {
      const name = / name="([^"]+)"/.exec(input)?.[1];
      const value = / value="([^"]*)"/.exec(input)?.[1];
      if (name !== undefined) form.set(name, value ?? this.login);
    }
    return { url: new URL(action, url).href, form };
  }
}
