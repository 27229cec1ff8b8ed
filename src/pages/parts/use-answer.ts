import { useEffect, useState } from 'preact/hooks';
import { type MessageName, type Payload, type Reply, send } from '../../shared/messages.ts';

export interface Asked<Value> {
  readonly answer: Value | 'waiting' | 'failed';
  /** Asks again. What is shown stays until the new answer is there. */
  load(): void;
}

/** Asks the background as the page opens, and again when the question is another one. */
export function useAnswer<Name extends MessageName>(name: Name, payload: Payload<Name>): Asked<Reply<Name>> {
  const [answer, setAnswer] = useState<Asked<Reply<Name>>['answer']>('waiting');
  const question = JSON.stringify(payload);
  const load = () => {
    send(name, payload).then(
      // Without a background there is an answer too: none.
      (reply) => setAnswer(() => reply ?? 'failed'),
      () => setAnswer('failed'),
    );
  };
  useEffect(load, [question]);
  return { answer, load };
}
