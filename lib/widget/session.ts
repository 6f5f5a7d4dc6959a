/** Who this browser is to the server: a token, had when first needed, kept, and shared between tabs. */
import type { Config, Session } from './protocol';
import type { Store } from './store';
import type { Surroundings } from './surroundings';
import { spoken } from './words';

export type Sessions = {
  /** The session where one was kept or a JWT is known, else what the channel looks like. @throws Refusal */
  load(): Promise<void>;
  /** A session, by whatever is known. @throws Refusal */
  ensure(): Promise<void>;
  /** After the server forgot the token. @throws Refusal */
  renew(): Promise<void>;
  /** What greets, as it is now, unless it was asked for a moment ago. @throws Refusal */
  refresh(): Promise<void>;
  /** @throws Refusal */
  identify(jwt: string): Promise<void>;
  /** Another tab has this session now. */
  adopt(session: Session): void;
  /** What the page says with `signalbox('language', …)`, or its `lang`. */
  language(language: string): void;
  /** Another session, from now on, or none. */
  token(): string | null;
  forget(): void;
};

/** For how long it does no harm that something else may greet by now, in ms. */
const current = 30_000;

export function openSessions(around: Surroundings, { get, apply, share }: Store): Sessions {
  const { kept, server, channel, tabs } = around;
  const token = () => kept.read<string>('token');
  let language = around.language();
  let jwt: string | undefined;
  let askedAt = 0;

  const showConfig = (config: Config) => {
    askedAt = Date.now();
    // The server chooses, by what it is told and what it knows of the customer.
    apply({ set: { config, language: spoken(config.language) } });
  };
  const adopt = (session: Session) => {
    kept.write('token', session.token);
    showConfig(session);
    apply({ set: { customer: session.customer }, conversation: session.conversation });
  };
  const begin = async () => {
    const { browserLanguage } = around;
    // Another may be given while this is on its way.
    const mine = jwt;
    const asked = language;
    const { metadata, ...page } = around.page();
    const session = await server.call<Session>('/sessions', {
      ...{ channel, jwt: mine, token: token() ?? undefined, page },
      language: language || undefined,
      browserLanguage: browserLanguage || undefined,
    });
    adopt(session);
    tabs.tell({ session });
    // Apart from the session, which does not fail because of what a page says of itself.
    if (metadata) server.call('/page', { ...page, metadata }).catch(() => {});
    if (session.jwtError) around.emit('error', { code: session.jwtError });
    else if (mine) around.emit('identified', session.customer);
    if (jwt === mine) jwt = undefined;
    if (asked !== language) await loadConfig();
  };
  const loadConfig = async () => {
    const query = new URLSearchParams({ channel });
    if (language) query.set('lang', language);
    if (around.browserLanguage) query.set('browser', around.browserLanguage);
    const asked = language;
    const config = await server.call<Config>(`/config?${query}`);
    // The page may have changed its language meanwhile.
    if (asked === language) showConfig(config);
  };
  // One tab at a time, so that two that open at once are one customer.
  const ensure = () =>
    tabs.alone('session', async () => {
      if (!token() || !get().customer || jwt) await begin();
    });

  return {
    token,
    adopt,
    ensure,
    load: () => (token() || jwt ? ensure() : loadConfig()),
    renew: () => tabs.alone('session', begin),
    async refresh() {
      if (Date.now() - askedAt < current) return;
      askedAt = Date.now();
      await (token() ? tabs.alone('session', begin) : loadConfig());
    },
    async identify(given) {
      jwt = given;
      if (!token() || !get().customer) return ensure();
      jwt = undefined;
      const { customer, conversation } = await server.call<Pick<Session, 'customer' | 'conversation'>>('/identify', {
        jwt: given,
      });
      share({ set: { customer }, conversation });
      around.emit('identified', customer);
    },
    language(given) {
      language = given;
      apply({ set: { language: spoken(language, around.browserLanguage) } });
      if (get().config) loadConfig().catch(() => {});
    },
    forget: () => kept.write('token', null),
  };
}
