// What Web Chat looks like, by day and by night.
const day = {
  accent: '#14566b',
  ground: '#ffffff',
  bubble: '#eef3f5',
  ink: '#1d2b33',
  own: '#14566b',
  ownInk: '#ffffff',
  quiet: '#46565f',
  line: '#c9d5da',
  bad: '#a11a1a',
};
const night = {
  accent: '#8ecfe3',
  ground: '#18242a',
  bubble: '#24343b',
  ink: '#e4ecef',
  own: '#1d6f8a',
  ownInk: '#ffffff',
  quiet: '#a9bac2',
  line: '#34474f',
  bad: '#ffb3ab',
};

export const dark = matchMedia('(prefers-color-scheme: dark)');
/** What can not be sent is tried again; Web Chat would give up after 20 seconds. In milliseconds. */
const sendTimeout = 600_000;

export const styleOptions = () => {
  const { accent, ground, bubble, ink, own, ownInk, quiet, line, bad } = dark.matches ? night : day;
  return {
    accent,
    backgroundColor: ground,
    primaryFont: 'inherit',
    bubbleBackground: bubble,
    bubbleBorderColor: bubble,
    bubbleBorderRadius: 10,
    bubbleTextColor: ink,
    bubbleMaxWidth: 560,
    bubbleFromUserBackground: own,
    bubbleFromUserBorderColor: own,
    bubbleFromUserBorderRadius: 10,
    bubbleFromUserTextColor: ownInk,
    subtle: quiet,
    timestampColor: quiet,
    notificationText: quiet,
    slowConnectivity: quiet,
    failedConnectivity: bad,
    hideUploadButton: true,
    markdownRenderHTML: false,
    rootHeight: '100%',
    // What is taller than the window is read from its start: of a crisis reply that is whom to call.
    autoScrollSnapOnPage: true,
    sendTimeout,
    sendBoxBackground: ground,
    sendBoxTextColor: ink,
    sendBoxHeight: 48,
    sendBoxButtonColor: accent,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxPlaceholderColor: quiet,
    // Only stacked buttons can wrap: an option that is cut off can not be chosen well.
    suggestedActionLayout: 'stacked',
    suggestedActionsStackedLayoutButtonTextWrap: true,
    suggestedActionBackgroundColor: ground,
    suggestedActionBorderColor: accent,
    suggestedActionBorderRadius: 20,
    suggestedActionTextColor: accent,
  };
};
