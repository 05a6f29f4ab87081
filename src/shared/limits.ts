/** Every limit a person or a program can run into, in one place. Lengths are in UTF-16 code units. */
export const limits = {
  workspaceName: 60,
  displayName: 60,
  username: 32,
  email: 254,
  bio: 500,
  /** Of a picture of a person: bytes as it comes, pixels of its sides as it is kept. */
  avatar: { bytes: 10_000_000, pixels: 256 },
  statusText: 80,
  /** The longest that a status or a presence mode is set for, when not for good. */
  statusSeconds: 366 * 24 * 60 * 60,
  password: { min: 10, max: 256 },
  roomName: 60,
  roomTopic: 250,
  /** People in one direct room, the one who opens it included. */
  directMembers: 9,
  /** People named in one invitation or room creation. */
  inviteesAtOnce: 100,
  messageBody: 12_000,
  /** Of a draft that other devices see; a longer one stays on the device that it is written on. */
  draft: 16_000,
  attachmentsPerMessage: 10,
  fileName: 200,
  /** Bytes of one uploaded file: at most, and until an admin says otherwise. */
  uploadBytes: { max: 4_000_000_000, default: 50_000_000 },
  /** Uploads that no message carries are forgotten after this. */
  unsentUploadHours: 24,
  filesPage: { default: 30, max: 100 },
  reactionsPerMessage: 40,
  emoji: 64,
  /** Earlier bodies of a message that are shown; all are kept. */
  versionsShown: 50,
  pinsPerRoom: 100,
  customEmoji: { count: 500, bytes: 128 * 1024 },
  /** Of one person, over all rooms. */
  savedMessages: 1000,
  threadsPage: { default: 20, max: 100 },
  historyPage: { default: 50, max: 100 },
  searchText: 1000,
  searchPage: { default: 20, max: 50 },
  /** Bytes of one HTTP request body that is not an upload. */
  requestBytes: 256 * 1024,
  /** Bytes of one WebSocket frame from a client. */
  frameBytes: 64 * 1024,
  batch: 20,
  /** Of one WebSocket. A tab needs two subscriptions and a few frames a minute. */
  subscriptionsPerSocket: 20,
  framesPerSecond: 100,
  /** Events that stay in the log for clients that resume; older cursors get a reset. */
  retainedEvents: 100_000,
  sessionDays: 90,
  resetLinkHours: 24,
  deviceLinkMinutes: 10,
  eventStreamsPerSession: 10,
  incomingWebhooksPerRoom: 20,
  /** Messages of one. */
  incomingWebhook: { atOnce: 20, perSecond: 1 },
  outgoingWebhooks: 20,
  webhookUrl: 2000,
  /** Of what a webhook answers, as much is kept. */
  webhookAnswer: 500,
  deliveriesShown: 50,
  deliveryDays: 30,
  commandName: 32,
  /** What may follow a command, in words, and what it does. */
  commandText: 120,
  commandsPerBot: 50,
  tokenName: 60,
  tokensPerUser: 50,
} as const;
