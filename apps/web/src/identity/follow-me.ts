import { useClient } from 'urql';
import { changeSession, currentSession } from '../app/session';
import { Me } from './documents';
import { personOf } from './signed-in';

/**
 * A claim is granted, an owner makes somebody a reader: the device follows what the person is, without a new sign-in.
 * @returns asks it now; without a network the device stays with what it knows
 */
export function useFollowMe(): () => void {
  const client = useClient();
  return () => {
    void client.query(Me, {}, { requestPolicy: 'network-only' }).then(({ data }) => {
      if (data?.me && data.me.id === currentSession()?.userId) changeSession(personOf(data.me));
    });
  };
}
