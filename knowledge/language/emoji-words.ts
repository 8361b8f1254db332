/** Emoji that change what a message says; all others are left out. Groups share a word. */
const groups: Readonly<Record<string, string>> = {
  emoji_skull: '💀☠⚰🪦',
  emoji_gun: '🔫',
  emoji_knife: '🔪🗡🪒',
  emoji_pill: '💊',
  emoji_blood: '🩸',
  emoji_rope: '🪢',
  emoji_dove: '🕊',
  emoji_wave: '👋✌',
  emoji_cry: '😭😢😿🥺😞😔😩😫☹🙁😓😖😣',
  emoji_laugh: '😂🤣😆😹😅😄😁😀😃😊🙂😉😜😝😛🤪',
  emoji_broken: '💔',
  emoji_heart: '❤🖤💙💚💛🧡💜🤍🤎💕💖💗💞💘🥰😍',
  emoji_pray: '🙏',
  emoji_angry: '😡🤬😠',
  emoji_bomb: '💣',
  emoji_angel: '👼😇🪽',
  emoji_alarm: '🆘🚨',
  emoji_party: '🎉🥳🎂🎈',
  emoji_fire: '🔥',
  emoji_thumb: '👍👌💪',
};

export const emojiWords: ReadonlyMap<string, string> = new Map(
  Object.entries(groups).flatMap(([word, all]) =>
    Array.from(all, (emoji): [string, string] => [emoji, word]),
  ),
);
