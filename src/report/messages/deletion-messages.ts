import type { DeletionStance, NoDeletionReason } from '../../domain/deletion.ts';
import type { ReportLanguage } from '../../study/config.ts';
import type { Count } from '../locale-format.ts';

/** What a later look at the addresses found. */
interface DeletionMessages {
  readonly heading: string;
  readonly intro: (p: { readonly asked: Count; readonly days: string }) => string;
  readonly notAsked: string;
  /** What the contrast over all classes says. */
  readonly verdict: Readonly<Record<'against' | 'favor' | 'open', (difference: string) => string>>;
  readonly noVerdict: (reason: string) => string;
  readonly stance: Readonly<Record<DeletionStance, string>>;
  readonly reason: Readonly<Record<NoDeletionReason, string>>;
  readonly caption: (level: string) => string;
  readonly columns: Readonly<
    Record<'stance' | 'withAddress' | 'there' | 'changed' | 'gone' | 'unknown' | 'rate' | 'bounds', string>
  >;
  readonly pooledCaption: string;
  /** Of counts that are withheld. */
  readonly withheld: string;
  readonly all: string;
  readonly contrastCaption: string;
  readonly difference: string;
  readonly coverage: string;
  readonly note: string;
}

/** Words of the section on deleted documents in each language. */
export const DELETION_MESSAGES: Readonly<Record<ReportLanguage, DeletionMessages>> = {
  en: {
    heading: 'What was deleted since',
    intro: ({ asked, days }) =>
      `The addresses of documents drawn at random from each class and stance were asked for again (${days}); documents asked for: ${asked.text}. A document counts as gone where its address says so (404, 410). Where criticism is removed more than praise, opinion seems to improve without anyone having changed it.`,
    notAsked: 'No document has an address, so none was asked for.',
    verdict: {
      against: (difference) =>
        `Documents against are gone more often than documents in favour: difference ${difference} points. Collected late, this corpus would look more favourable than it was.`,
      favor: (difference) =>
        `Documents in favour are gone more often than documents against: difference ${difference} points. Collected late, this corpus would look less favourable than it was.`,
      open: (difference) =>
        `Whether documents against are gone more often than documents in favour cannot be told: difference ${difference} points.`,
    },
    noVerdict: (reason) => `Documents against and in favour cannot be compared: ${reason}.`,
    stance: { against: 'against', neither: 'neither', favor: 'in favour' },
    reason: {
      'no-addresses': 'no document has an address',
      'too-few-answers': 'too few answers',
      withheld: 'withheld for anonymity',
    },
    caption: (level) => `Documents by what became of their address, with ${level} intervals`,
    columns: {
      stance: 'Stance',
      withAddress: 'With an address',
      there: 'There',
      changed: 'Without the words',
      gone: 'Gone',
      unknown: 'Not known',
      rate: 'Gone, share',
      bounds: 'If unknown: there – gone',
    },
    pooledCaption: 'All classes together, each by its documents with an address',
    withheld: 'withheld',
    all: 'All classes',
    contrastCaption: 'Share gone of documents against minus that of documents in favour, in points',
    difference: 'Difference',
    coverage: 'Documents it stands for',
    note: 'The share is of documents of which something is known: what did not answer, refused, or asked to log in is not known, never there and never gone. A page that answers without the words of the mention counts as there for the share: it may have been edited, be a notice of removal that does not say so in its status, or show its text only to a program. Documents that were gone before they were collected are in no corpus.',
  },
  ru: {
    heading: 'Что с тех пор удалено',
    intro: ({ asked, days }) =>
      `Адреса документов, отобранных случайно в каждом классе и по каждой оценке, запрошены заново (${days}); запрошено документов: ${asked.text}. Документ считается удалённым, если об этом говорит сам адрес (404, 410). Если критику удаляют чаще похвалы, мнение будто бы улучшается, хотя его никто не менял.`,
    notAsked: 'Ни у одного документа нет адреса, поэтому ничего не запрошено.',
    verdict: {
      against: (difference) =>
        `Документы «против» удаляют чаще, чем документы «за»: разница ${difference} п. п. Собранный позже, этот корпус выглядел бы благоприятнее, чем был.`,
      favor: (difference) =>
        `Документы «за» удаляют чаще, чем документы «против»: разница ${difference} п. п. Собранный позже, этот корпус выглядел бы менее благоприятным, чем был.`,
      open: (difference) =>
        `Удаляют ли документы «против» чаще, чем документы «за», сказать нельзя: разница ${difference} п. п.`,
    },
    noVerdict: (reason) => `Сравнить документы «против» и «за» нельзя: ${reason}.`,
    stance: { against: 'против', neither: 'без оценки', favor: 'за' },
    reason: {
      'no-addresses': 'ни у одного документа нет адреса',
      'too-few-answers': 'слишком мало ответов',
      withheld: 'скрыто ради анонимности',
    },
    caption: (level) => `Документы по тому, что стало с их адресом, с интервалами ${level}`,
    columns: {
      stance: 'Оценка',
      withAddress: 'С адресом',
      there: 'На месте',
      changed: 'Без этих слов',
      gone: 'Удалено',
      unknown: 'Неизвестно',
      rate: 'Доля удалённых',
      bounds: 'Неизвестное на месте – удалено',
    },
    pooledCaption: 'Все классы вместе, каждый по числу его документов с адресом',
    withheld: 'скрыто',
    all: 'Все классы',
    contrastCaption: 'Доля удалённых среди документов «против» минус доля среди документов «за», п. п.',
    difference: 'Разница',
    coverage: 'Доля документов, за которые она говорит',
    note: 'Доля берётся от документов, о которых что-то известно: что не ответило, отказало или попросило войти, то неизвестно — ни на месте, ни удалено. Страница, которая отвечает без слов упоминания, для доли считается стоящей на месте: её могли исправить, это может быть уведомление об удалении, о котором не говорит код ответа, или текст виден только программе. Документов, удалённых до сбора, нет ни в одном корпусе.',
  },
  zh: {
    heading: '此后被删除的内容',
    intro: ({ asked, days }) =>
      `从每个类别和立场中随机抽取文档，重新请求其网址（${days}），共 ${asked.text} 篇。网址明确返回已删除（404、410）才算删除。如果批评比赞扬更常被删除，即使没有人改变看法，舆论也会显得好转。`,
    notAsked: '没有文档带网址，因此未请求。',
    verdict: {
      against: (difference) =>
        `反对的文档比支持的文档更常被删除：相差 ${difference} 个百分点。若较晚收集，本语料会显得比当时更有利。`,
      favor: (difference) =>
        `支持的文档比反对的文档更常被删除：相差 ${difference} 个百分点。若较晚收集，本语料会显得比当时更不利。`,
      open: (difference) => `无法判断反对的文档是否比支持的文档更常被删除：相差 ${difference} 个百分点。`,
    },
    noVerdict: (reason) => `无法比较反对与支持的文档：${reason}。`,
    stance: { against: '反对', neither: '中立', favor: '支持' },
    reason: {
      'no-addresses': '没有文档带网址',
      'too-few-answers': '回应过少',
      withheld: '为匿名隐去',
    },
    caption: (level) => `按网址现状统计的文档（${level} 区间）`,
    columns: {
      stance: '立场',
      withAddress: '带网址',
      there: '仍在',
      changed: '已无原文',
      gone: '已删除',
      unknown: '未知',
      rate: '删除率',
      bounds: '未知者均在 – 均删',
    },
    pooledCaption: '全部类别合计（按各类带网址文档数加权）',
    withheld: '隐去',
    all: '全部类别',
    contrastCaption: '反对文档的删除率减去支持文档的删除率（百分点）',
    difference: '差',
    coverage: '所代表的文档份额',
    note: '删除率只计有结果的文档：没有回应、被拒绝或要求登录的，都算未知，既不算仍在，也不算删除。页面有回应但不含提及的原文时，按仍在计算：可能被编辑过，可能是状态码未说明的删除通知，也可能正文只对程序显示。收集之前就已删除的文档不在任何语料中。',
  },
};
