import type { ErrorCode, ErrorParameters } from './codes.ts';
import { type ErrorText, type ErrorTexts, text } from './error-text.ts';
import { WORKBENCH_MESSAGES } from './workbench-messages.ts';

/** The variable keeps npm from fetching CUDA files, which not every machine can reach and none needs here. */
export const ONNX_INSTALL = 'ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node';

const messages: ErrorTexts<ErrorCode> = {
  ...WORKBENCH_MESSAGES,
  'study/not-found': (p) =>
    text(`no study file at ${p.path}`, 'write one with `groundswell init my-study`, or check the path'),
  'study/syntax': (p) =>
    text(`the study file does not parse: ${p.problem}`, 'mend the YAML at the line named'),
  'study/invalid': (p) => text(p.problem, 'see docs/study.md for the fields of a study file'),
  'study/unknown-target': (p) =>
    text(`unknown target "${p.target}"`, `use one of the declared targets: ${p.known}`),
  'study/unknown-adapter': (p) => text(`unknown adapter "${p.adapter}"`, `use one of: ${p.known}`),
  'study/duplicate-id': (p) => text(`${p.what} id "${p.id}" is used twice`, 'give each one an id of its own'),
  'study/too-large': (p) =>
    text(
      `the study file has ${p.bytes} bytes, the limit is ${p.limit}`,
      'a study file holds the question, not the posts: name the posts under `sources` by their path',
    ),
  'study/duplicate-key': (p) =>
    text(
      `key "${p.key}" is written twice, first on line ${p.firstLine}`,
      'keep one; of two equal keys only one would count',
    ),
  'study/unknown-key': (p) => text(`unknown key "${p.key}" in ${p.where}`, p.remedy),
  'study/missing': (p) => text(`${p.field} is missing`, p.meaning),
  'study/wrong-value': (p) => text(`${p.field}: ${p.problem}`, p.remedy),
  'study/unknown-class': (p) =>
    text(`unknown class "${p.class}"`, `use one of: ${p.known}; or add the class under \`classes\``),
  'study/unknown-source': (p) =>
    text(`unknown source "${p.source}"`, `use one of the declared sources: ${p.known}`),
  'study/unknown-theme': (p) =>
    text(`unknown theme "${p.theme}"`, `use one of the declared themes: ${p.known}`),
  'study/unknown-event': (p) =>
    text(`unknown event "${p.event}"`, `use one of the declared events: ${p.known}`),
  'study/unusable-claim': (p) => text(`claim "${p.claim}": ${p.problem}`, p.remedy),
  'study/no-poll-file': (p) =>
    text(`poll "${p.poll}": no file at ${p.path}`, 'correct the path; it is relative to the study file'),
  'study/poll-columns': (p) =>
    text(
      `${p.path} has no ${p.missing}`,
      'a table of polls has the columns date (or start and end), n, value, source, question, and a row for each wave',
    ),
  'study/poll-row': (p) => text(p.problem, 'mend the row; docs/methods/polls.md describes the columns'),
  'study/unknown-in-mix': (p) =>
    text(
      `the reference mix names "${p.name}", which is no ${p.what}`,
      p.suggestion === null ? `use one of: ${p.known}` : `did you mean ${p.suggestion}?`,
    ),
  'study/mix-sum': (p) =>
    text(
      `the shares of ${p.field} sum to ${p.sum}, not to 1`,
      'write shares between 0 and 1 that sum to 1, or `observed`',
    ),
  'study/unknown-language': (p) =>
    text(
      `unknown language code "${p.language}"`,
      p.suggestion === null
        ? 'use a BCP 47 code: ru, zh, zh-Hans, zh-Hant, en, uk, …; `und` = any language'
        : `write ${p.suggestion}`,
    ),
  'study/unknown-time-zone': (p) =>
    text(
      `unknown time zone "${p.timeZone}"`,
      p.suggestion === null
        ? 'use an IANA name: Europe/Moscow, Asia/Shanghai, UTC, …'
        : `did you mean ${p.suggestion}?`,
    ),
  'study/unknown-encoding': (p) =>
    text(
      `unknown encoding "${p.encoding}"`,
      p.suggestion === null
        ? 'use utf-8, utf-16le, utf-16be, windows-1251, koi8-r, gbk, gb18030 or big5; leave the key out to have it detected'
        : `did you mean ${p.suggestion}?`,
    ),
  'study/period-order': (p) =>
    text(
      `${p.what} ends on ${p.end}, which is not after its start ${p.start}`,
      'the end is the first day that no longer belongs to it: a single day ends on the next',
    ),
  'study/period-too-long': (p) =>
    text(
      `the period from ${p.start} to ${p.end} is longer than ${p.limitYears} years`,
      'check the years of the period',
    ),
  'study/unknown-code-words': (p) =>
    text(
      `no list of code words is named "${p.list}"`,
      p.suggestion === null ? 'docs/code-words.md names the lists' : `write ${p.suggestion}`,
    ),
  'study/short-alias': (p) =>
    text(
      `target "${p.target}": alias "${p.alias}" has fewer than 2 letters and stands inside countless other words`,
      'write the longer words that hold it, such as 俄方 and 俄军 instead of 俄',
    ),
  'study/excluded-alias': (p) =>
    text(
      `target "${p.target}": "${p.alias}" is both an alias and excluded, so it never counts`,
      'keep it in one of the two lists',
    ),
  'study/more-problems': (p) =>
    text(`${p.count} more problems are not listed`, 'mend those above and check again'),
  'study/event-outside-period': (p) =>
    text(
      `event "${p.event}" (${p.date}) does not lie inside the period ${p.period}`,
      'nothing can be compared before and after it; move the period or leave the event out',
    ),
  'study/shared-alias': (p) =>
    text(
      `alias "${p.alias}" belongs to several targets: ${p.targets}`,
      'each of them will count the same mentions; keep it where it belongs',
    ),
  'study/idle-exclude': (p) =>
    text(
      `target "${p.target}": exclude "${p.exclude}" holds none of its aliases, so it has no effect`,
      'an exclude is a longer word in which an alias stands, such as Китай-город for Китай',
    ),
  'study/short-term': (p) =>
    text(
      `theme "${p.theme}": term "${p.term}" has one letter and stands inside many other words`,
      'write the longer words that hold it',
    ),
  'study/shared-path': (p) =>
    text(
      `path "${p.path}" is read by several sources: ${p.sources}`,
      'its records would count once for each; keep one source',
    ),
  'study/absolute-path': (p) =>
    text(
      `path "${p.path}" is bound to this machine`,
      'write it relative to the folder of the study file, so that the study runs elsewhere',
    ),
  'study/no-files': (p) =>
    text(
      `no file matches "${p.pattern}" in ${p.folder}`,
      'correct the path, or set `optional: true` on the source to run without it',
    ),
  'study/too-many-rejected': (p) =>
    text(
      `source "${p.source}": ${p.rejected} of ${p.total} records rejected (${p.share}, limit ${p.limit}): ${p.reasons}`,
      'each is in the `rejected_record` table of the store with its file, line and reason; mend the files or the field mapping, or raise `rejectLimit` on the source to go on',
    ),
  'study/no-documents': (p) =>
    text(
      `study "${p.study}" has no document to measure${p.reasons === '' ? '' : `; records rejected: ${p.reasons}`}`,
      '`groundswell check` shows what the first records of each source are taken for; mend the sources, their `fields` or the period',
    ),
  'study/no-such-field': (p) =>
    text(
      `source "${p.source}": none of the first ${p.nRead} records of ${p.path} has ${p.names}, which \`fields\` names as ${p.field}`,
      `${p.suggestion === null ? 'correct `fields`' : `did you mean "${p.suggestion}"?`}; the records have ${p.known}`,
    ),
  'study/nothing-usable': (p) =>
    text(
      `source "${p.source}": none of the first ${p.nRead} records of ${p.path} can be used: ${p.reasons}`,
      'correct `fields`, `encoding` or `adapter` of the source',
    ),
  'study/no-labels': (p) =>
    text(
      `no mention has a label that can be used in the field "${p.field}" (${p.problems})`,
      'check the names of fields and the meanings of values under annotators.stance: docs/annotators.md',
    ),
  'source/unreadable': (p) =>
    text(`cannot read ${p.path}: ${p.problem}`, 'check that the file is whole and readable'),
  'source/wrong-format': (p) =>
    text(`${p.path} is not ${p.expected}: ${p.problem}`, 'choose another adapter for this source'),
  'source/unknown-encoding': (p) =>
    text(
      `${p.path}: unknown encoding "${p.encoding}"`,
      'use utf-8, utf-16le, utf-16be, windows-1251, koi8-r, gbk, gb18030 or big5',
    ),
  'store/query-failed': (p) => text(`query ${p.query} failed: ${p.problem}`, `the statement was: ${p.sql}`),
  'store/locked': (p) =>
    text(
      `the store at ${p.path} is in use by another process`,
      'wait for the other run to end, or choose another --out',
    ),
  'store/other-version': (p) =>
    text(
      `the store at ${p.path} has schema ${p.found}, this version needs ${p.expected}`,
      'choose another --out folder; nothing was changed',
    ),
  'model/not-found': (p) =>
    text(`no model at ${p.path}`, 'give the folder that holds model.json and weights.bin'),
  'model/invalid': (p) => text(`the model at ${p.path} cannot be used: ${p.problem}`, 'train it again'),
  'model/unknown-themes': (p) =>
    text(
      `the model at ${p.path} knows themes that the study does not declare: ${p.themes}`,
      `declare them under \`themes\` by these ids, or train without them; declared: ${p.known}`,
    ),
  'model/incomplete': (p) =>
    text(
      `no ONNX model at ${p.path}: ${p.lacks} is missing`,
      'give a folder with config.json, tokenizer.json and onnx/model.onnx or model.onnx; a name on the Hugging Face hub needs download: true',
    ),
  'model/unfit': (p) => text(`the ONNX model at ${p.path} cannot be used: ${p.problem}`, p.remedy),
  'model/no-runtime': (p) =>
    text(
      `the ONNX model at ${p.path} needs a runtime: ${p.problem}`,
      `install it beside Groundswell: ${ONNX_INSTALL}; where that does not load, npm i onnxruntime-web`,
    ),
  'model/not-fetched': (p) =>
    text(
      `model ${p.model} cannot be fetched from the hub: ${p.problem}`,
      'check the name, the revision and the network; or copy the files of the model into a folder and give its path without download',
    ),
  'annotator/not-started': (p) =>
    text(
      `annotator ${p.name} cannot be started for ${p.batch}: ${p.problem}`,
      `check annotators.stance.command; it runs without a shell in the folder of the study file: ${p.command}`,
    ),
  'annotator/ended': (p) =>
    text(
      `annotator ${p.name} ended (${p.how}) after ${p.answered} of ${p.asked} answers to ${p.batch}${p.lastWords === '' ? '' : `; it wrote: ${p.lastWords}`}`,
      'mend the program and run again: batches annotated before are kept; it must go on until its input ends',
    ),
  'annotator/timed-out': (p) =>
    text(
      `annotator ${p.name} gave ${p.answered} of ${p.asked} answers to ${p.batch} within ${p.seconds} s`,
      'let it write one line per mention and flush after each batch, or raise timeoutSeconds; batches annotated before are kept',
    ),
  'annotator/wrong-answer': (p) =>
    text(
      `annotator ${p.name} answers wrongly to ${p.batch}: ${p.problem}`,
      'see docs/annotators.md for the form of an answer; what was annotated before is kept',
    ),
  'annotator/no-key': (p) =>
    text(
      `annotator ${p.name} needs a key, and the environment variable ${p.variable} ${p.problem}`,
      `set it for this command only, or name another under annotators.stance.keyVariable; answers kept from earlier runs need no key`,
    ),
  'annotator/cap-reached': (p) =>
    text(
      `annotator ${p.name} stopped at ${p.cap} before ${p.batch}; this run used ${p.spent}`,
      'what was answered is kept: run again to go on with a fresh cap, or raise the cap in annotators.stance',
    ),
  'annotator/unreachable': (p) =>
    text(
      `annotator ${p.name} got no answer from ${p.host} to ${p.batch}, asked ${p.attempts} times: ${p.problem}`,
      'check that the service runs and has room, lower concurrency, or set requestsPerMinute; what was answered is kept: run again to go on',
    ),
  'annotator/refused': (p) =>
    text(
      `annotator ${p.name}: ${p.host} refuses ${p.batch} with status ${p.status}: ${p.problem}`,
      'check url, model, keyVariable and request under annotators.stance; what was answered is kept: run again to go on',
    ),
  'annotator/failed': (p) =>
    text(
      `annotator ${p.name} failed at ${p.batch}: ${p.problem}`,
      'try the model with `groundswell evaluate`; batches annotated before are kept',
    ),
  'gold/invalid': (p) => text(`${p.path}, line ${p.line}: ${p.problem}`, p.remedy),
  'gold/too-few-codings': (p) =>
    text(
      `${p.path}: too few codings to learn from: ${p.problems}`,
      `code at least ${p.rows} rows with and ${p.rows} without each theme, each in ${p.groups} groups or more, or take the theme out`,
    ),
  'verify/no-run': (p) =>
    text(
      `no run to verify at ${p.path}: ${p.problem}`,
      'give the folder that `groundswell run` wrote, or run the study again',
    ),
  'seal/not-sealed': (p) =>
    text(
      `${p.host} gave no time stamp: ${p.problem}`,
      'try again, or name another authority with --url; the request is in manifest.tsq',
    ),
  'report/no-finding': (p) => text(`no finding at ${p.path}`, 'make one with `groundswell run` first'),
  'report/damaged': (p) =>
    text(
      `${p.path} is damaged: it is not JSON`,
      `make it again with \`groundswell ${p.command}\`, or put the file back from a copy`,
    ),
  'report/unknown-format': (p) => text(`unknown report format "${p.format}"`, `use one of: ${p.known}`),
  'article/unusable': (p) => text(`the article cannot be checked: ${p.problem}`, p.remedy),
  'article/attached': (p) => text(p.problem, p.remedy),
  'diff/no-run': (p) =>
    text(`${p.path} ${p.problem}`, 'give two folders that `groundswell run` wrote, the earlier first'),
  'report/unknown-number': (p) =>
    text(
      `the finding has no number "${p.number}"`,
      `open a number in report.html to see its name; near it: ${p.known}`,
    ),
  'report/no-docx': () =>
    text('a report as docx needs the package docx', 'install it beside Groundswell: npm i docx@9'),
  'report/no-browser': (p) =>
    text(
      p.asked === null
        ? 'a report as PDF is printed by Chromium, Chrome or Edge, and none was found'
        : `GROUNDSWELL_BROWSER names ${p.asked}, and there is no such program`,
      'install one (Debian: apt install chromium fonts-noto-cjk), or set GROUNDSWELL_BROWSER to its path; or take --format html and print it',
    ),
  'report/not-printed': (p) =>
    text(
      `${p.browser} printed no PDF: ${p.problem}`,
      'set GROUNDSWELL_BROWSER to another Chromium, Chrome or Edge; or take --format html and print it',
    ),
  'cli/usage': (p) => text(p.problem, 'see `groundswell --help`'),
  'bug/invariant': (p) =>
    text(
      `internal error: ${p.problem}`,
      'this is our mistake: please report it with the command and the run manifest',
    ),
};

/** The message and the remedy of an error code. */
export function errorText<C extends ErrorCode>(code: C, parameters: ErrorParameters[C]): ErrorText {
  return messages[code](parameters);
}
