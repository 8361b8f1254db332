import type { Answers } from '../../knowledge/levels-of-care/answers.ts';
import { decide } from '../../knowledge/levels-of-care/decide.ts';
import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { nextQuestion } from '../../knowledge/levels-of-care/next-question.ts';
import type { Floor } from '../../knowledge/levels-of-care/severity.ts';

const rightNow = 12 * 3_600_000;
const aboutNow: readonly QuestionId[] = ['safe', 'body'];

/** What a turn must show on its trace: the question that is open, or where the answers led. */
export interface Expected {
  readonly question: string | null;
  readonly outcome: string | null;
  readonly rule: string | null;
}

/** What a screening must do, told from the answers alone: the pure decision, and the few words on time and danger. */
export class ScreeningModel {
  #answers: Answers = {};
  #trail: readonly QuestionId[] = [];
  #floor: Floor;
  #answeredAt = 0;
  #closed = false;

  get question(): QuestionId | undefined {
    return this.#closed ? undefined : nextQuestion(this.#answers, this.#floor);
  }

  /** Finished, or stopped by a danger or by the person. */
  get isOver(): boolean {
    return this.question === undefined;
  }

  get expected(): Expected {
    if (this.#closed) return { question: null, outcome: null, rule: null };
    const question = nextQuestion(this.#answers, this.#floor);
    if (question) return { question, outcome: null, rule: null };
    const { outcome, rule } = decide(this.#answers, this.#floor);
    return { question: null, outcome, rule };
  }

  /** Returns what the turn must show: after a danger the questions are closed at once. */
  answer(id: QuestionId, value: string, now: number): Expected {
    const inDanger = decide({ [id]: value }).outcome === 'crisis';
    if (this.#isPast(now) && !inDanger) this.#forget(aboutNow);
    this.#answers = { ...this.#answers, [id]: value };
    this.#trail = [...this.#trail.filter((each) => each !== id), id];
    this.#answeredAt = now;
    const { expected } = this;
    if (expected.outcome === 'crisis') this.#endInDanger();
    return expected;
  }

  back(steps: number): void {
    this.#forget(this.#trail.slice(-steps));
  }

  startOver(): void {
    this.#forget(this.#trail);
    this.#closed = false;
  }

  leave(): void {
    this.#closed = true;
  }

  /** After a danger, or a long time, the questions about now come again. */
  goOn(now: number): void {
    if (this.#isPast(now)) this.#forget(aboutNow);
    this.#closed = false;
  }

  #endInDanger(): void {
    this.#forget(aboutNow);
    this.#floor = 'clinician';
    this.#closed = true;
  }

  #isPast(now: number): boolean {
    return aboutNow.some((id) => this.#answers[id] !== undefined) && now - this.#answeredAt > rightNow;
  }

  #forget(ids: readonly QuestionId[]): void {
    this.#trail = this.#trail.filter((id) => !ids.includes(id));
    const kept = Object.entries(this.#answers).filter(([id]) => !ids.some((gone) => gone === id));
    this.#answers = Object.fromEntries(kept);
  }
}
