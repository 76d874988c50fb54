/** A person, as the directory of their organisation knows them. */
export interface Person {
  tenantId: string;
  /** Id in the directory, the same in every chat; the Teams id where there is none. */
  userId: string;
  /** Id that Teams knows the person by, such as `29:1a2b`. Chats are opened with it. */
  teamsId: string;
  name: string;
}

/** A chat the bot can write to. Plain data, so that it can be kept and used after a restart. */
export interface Address {
  serviceUrl: string;
  tenantId: string;
  /** In a channel this names the thread. */
  conversationId: string;
  kind: 'personal' | 'group' | 'channel';
  /** The bot's own id in this chat. */
  botId: string;
}
