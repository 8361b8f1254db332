/** What of a question is counted, in a few classes that tell nothing about who asked. */
export interface QuestionShape {
  readonly length: 'few-words' | 'sentence' | 'story';
  readonly question: 'yes' | 'no';
}

const fewWords = 3;
const sentence = 25;
const asks =
  /[?¿]|^\W*(?:what|how|when|where|who|which|why|is|are|do|does|can|could|will|would|should|que|qué|c[oó]mo|cu[aá]ndo|d[oó]nde|qui[eé]n|cu[aá]l|cu[aá]nto|por qu[eé]|puedo|tienen|hay)(?![\p{L}])/iu;

export const questionShape = (text: string): QuestionShape => {
  const count = text.split(/\s+/).filter((word) => word !== '').length;
  const length = count <= fewWords ? 'few-words' : count <= sentence ? 'sentence' : 'story';
  return { length, question: asks.test(text) ? 'yes' : 'no' };
};
