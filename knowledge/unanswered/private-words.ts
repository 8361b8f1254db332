const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Ordinary words that are also given names or surnames: dropped wherever they stand, as no one can tell. */
export const nameWords = set(
  `abel alba alma amber amor amparo angel angela april archer ash aurora autumn bailey baker barry basil bella ben berry
  beth bill billy blanca bob bonnie brandy brook brooke brooks buck bud buddy butler candy carmen carol carole carter cash
  chance chase chip christian chuck clara claro clay cliff cole consuelo cook cooper crystal cruz daisy dale dan dawn dean
  del destiny diamond dick dolores don dot drew duke dusty earl eden esperanza estrella eve faith fe felix fern fisher flor
  ford frank franco gene genesis ginger gloria grace grant gus hank harmony harry hazel heather heaven herb holly honey
  honor hunter iris ivy jack jade jasmine jay jean jerry jesse jesus jewel jim jimmy joe joel john johnny josh joy juan june
  justice kay ken king kit lance laurel leo leon lily linda lola lucas luna luz maria mark marks marina mario marshall
  martin mary mason mat matt max melody mercedes mercy mia mike miles milo misty morgan nana nick nelson norm olive paige
  palmer paloma parker pat patience paul paz pearl penny perla pete peter piper porter prince queen ray reed rich rick
  rita river rob robin rocio rocky rod roman romeo ron rosa rosario rose roy ruby ruth rusty sage salvador sam sandy santos
  savannah serena serenity shepherd sierra skip sky smith sofia sol sonny soledad stone sterling stormy sue summer sunny
  susan ted teddy terry tiffany tina toby tom tony tracy tripp trinity tucker tyler valentina vera veronica victor victoria
  violet virginia walker ward wade wanda webb willow wolf woody xavier`,
);

/** Capital letters that name nobody. */
export const plainCapitals = set(
  `i i'm i'll i've i'd iop iops iot php phps aa na dbt cbt emdr adhd ptsd ocd bpd fmla samhsa nami er icu dui dr ok tv
  medicaid medicare medi-cal tricare aetna cigna humana bcbs obamacare zoom english spanish ingles espanol monday tuesday
  wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo`,
);

/** After these a name comes, whatever the word is. */
export const introductions: readonly (readonly string[])[] = [
  'name is',
  'names',
  "name's",
  'named',
  'called',
  'nombre es',
  'llamo',
  'llama',
  'llaman',
  'call me',
  'dr',
  'mr',
  'mrs',
  'ms',
  'miss',
  'sr',
  'sra',
  'srta',
  'senor',
  'senora',
  'don',
  'dona',
  'judge',
  'pastor',
  'coach',
  'officer',
  'sincerely',
  'regards',
  'live in',
  'lives in',
  'living in',
  'live at',
  'lives at',
  'vivo en',
  'vive en',
  'born in',
  'born on',
  'work at',
  'works at',
  'work for',
  'works for',
  'trabajo en',
  'trabaja en',
  'attend',
  'near',
  'cerca de',
  'soy de',
  'from',
].map((words) => words.split(' '));

/** After these a name may come; what else comes is one of `notNames`. */
export const relations = set(
  `son daughter kid child boy girl husband wife spouse partner boyfriend girlfriend bf gf fiance fiancee ex mom mother
  mum mommy mama dad father daddy papa parent brother sister sibling twin stepson stepdaughter stepdad stepmom grandson
  granddaughter grandma grandpa grandmother grandfather aunt uncle cousin niece nephew friend roommate neighbor coworker
  boss doctor therapist counselor psychiatrist nurse teacher sponsor caseworker hijo hija nino nina esposo esposa marido
  mujer novio novia madre padre hermano hermana abuelo abuela tio tia primo prima amigo amiga doctora terapeuta consejero
  consejera psiquiatra maestro maestra jefe jefa`,
);

/** Words that go on after a relation or an introduction without naming anyone. */
export const notNames = set(
  `a an the and or but so if to in on at of for with about from as by i i'm we you he she it they is are was were be been
  has have had does do did can can't could should would need needs needed want wants wanted go goes going went get gets got
  take takes come comes keep keeps use uses live lives stay stays says say said told thinks think just also really still
  only not never no now who that which when where why how what there here home inpatient outpatient detox rehab iop iot php
  treatment therapy hospital program programs school work night nights day days my your our his her their this these those
  going in's drinking using y o pero que con sin por para en de del el la los las un una es esta son fue tiene tengo
  necesita quiere puede va usa toma no si se le lo mi su sus cuando como donde`,
);

/** Where one of these stands nothing is kept: what sounds like danger is read by nobody, whatever the detector made of it. */
export const dangerWords =
  /(?<!\p{L})(?:di(?:e|ed|es|ying)|dead|death|kill\w*|suicid\w*|murder\w*|shoot\w*|guns?|overdos\w*|od|hurt\w*|harm\w*|cut(?:s|ting)?|abus\w*|rap(?:e|ed|ing)|hit(?:s|ting)?|beat\w*|mor(?:ir\w*|i)|muer[aot]\w*|mat(?:ar\w*|o)|mueren?|sobredosis|violaci[oó]n|viol[oó]|golpe\w*|peligro)(?!\p{L})/iu;

export const streetWords = set(
  `street st avenue ave road rd boulevard blvd lane ln court ct highway hwy apt apartment suite unit zip calle avenida
  carretera colonia departamento`,
);

export const months = set(
  `january february march april june july august september october november december jan feb mar apr jun jul aug sept sep
  oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`,
);

/** "one" and "una" are mostly no numbers, and are kept where they stand alone. */
export const numberWords = set(
  `zero oh two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand cero dos tres cuatro cinco seis
  siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos
  treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil`,
);
