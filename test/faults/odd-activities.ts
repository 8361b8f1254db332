import {
  anything,
  array,
  constantFrom,
  jsonValue,
  oneof,
  record,
  string,
  tuple,
  uint8Array,
  type Arbitrary,
} from 'fast-check';

const short = string({ unit: 'binary', minLength: 1, maxLength: 100 });
const text = oneof(
  string({ unit: 'binary', maxLength: 200 }),
  string({ unit: 'grapheme', maxLength: 200 }),
  string({ maxLength: 2_000 }),
  constantFrom('what is an iop', 'start the screening', '1', 'yes', 'help', 'stop', 'delete my data', 'más'),
);
const json = jsonValue({ maxDepth: 4 });
const account = record({ id: short, name: json }, { requiredKeys: ['id'] });
const choice = constantFrom('safe=no', 'body=yes', 'topic:iop-hours', 'command:back', 'topic:__proto__');
const mention = record({
  type: constantFrom('mention'),
  mentioned: oneof(account, json),
  text: oneof(text, json),
});
const html = record({ contentType: constantFrom('text/html'), content: oneof(text, json) });

/** What is beside the words: in the form that channels give it, with anything at all where they may. */
const besides = {
  id: short,
  value: oneof(record({ choice: oneof(choice, text), note: text }, { requiredKeys: [] }), json),
  locale: oneof(constantFrom('en-US', 'es', 'xx'), string()),
  recipient: account,
  entities: array(oneof(mention, record({ type: short, more: json }))),
  attachments: array(oneof(html, json)),
  channelData: json,
  timestamp: oneof(constantFrom('2026-11-23T12:00:00Z'), json),
  textFormat: oneof(constantFrom('plain', 'xml'), json),
  replyToId: oneof(short, json),
  relatesTo: json,
};
const fields = {
  ...besides,
  type: oneof(
    { weight: 3, arbitrary: constantFrom('message') },
    {
      weight: 2,
      arbitrary: constantFrom(
        'messageUpdate',
        'invoke',
        'conversationUpdate',
        'event',
        'typing',
        'endOfConversation',
      ),
    },
  ),
  channelId: constantFrom('emulator', 'sms', 'msteams', 'directline', 'webchat', 'constructor'),
  name: oneof(constantFrom('message/submitAction', 'adaptiveCard/action'), short),
  text,
  from: account,
  membersAdded: array(account),
};

const envelope = {
  type: 'message',
  channelId: 'emulator',
  conversation: { id: 'fuzz' },
  from: { id: 'person' },
  serviceUrl: 'http://127.0.0.1:9',
  deliveryMode: 'expectReplies',
};

const damage = tuple(constantFrom(...Object.keys(fields)), json).map(([name, value]) => ({ [name]: value }));
const noDamage = constantFrom({});

/** Any mixture of such fields, some of them of a form that no channel gives, answered in the HTTP response. */
export const oddActivity: Arbitrary<object> = tuple(
  record(fields, { requiredKeys: [] }),
  oneof({ weight: 3, arbitrary: noDamage }, { weight: 1, arbitrary: damage }),
).map(([changes, damaged]) => ({ ...envelope, ...changes, ...damaged }));

/** Words of danger, with anything at all beside them. */
export const oddDanger: Arbitrary<object> = record(besides, { requiredKeys: [] }).map((changes) => ({
  ...envelope,
  ...changes,
  text: 'i am going to kill myself tonight',
}));

/** What is no activity: any JSON, texts, and bytes. */
export const oddBody: Arbitrary<string | Uint8Array> = oneof(
  jsonValue().map((value) => JSON.stringify(value)),
  anything().map((value) => JSON.stringify(value) ?? ''),
  string({ unit: 'binary' }),
  uint8Array({ maxLength: 500 }),
);
