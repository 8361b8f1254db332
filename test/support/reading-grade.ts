export { readingGrade } from '../../knowledge/faq/reading-grade.ts';
