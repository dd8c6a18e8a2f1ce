import { useState } from 'preact/hooks';
import { REPORT_FORMATS, type ReportFormat } from '../../../src/report/report-formats.ts';
import { api, type Problem } from '../api/client.ts';
import { saveFile } from '../charts/save-chart.ts';
import type { PageMessages } from '../messages/messages.ts';

const NAMES: Readonly<Record<ReportFormat, string>> = {
  html: 'HTML',
  pdf: 'PDF',
  md: 'Markdown',
  docx: 'Word',
  csv: 'CSV',
  json: 'JSON',
  zip: 'ZIP',
};

/** The whole report in one click, in any format; where a format needs what is not installed, what to install. */
export function SaveReport({ studyId, words }: { readonly studyId: string; readonly words: PageMessages }) {
  const [busy, setBusy] = useState<ReportFormat | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [label, failed] = words.report;
  const save = async (format: ReportFormat): Promise<void> => {
    setBusy(format);
    setProblem(null);
    const answer = await api.report(format);
    setBusy(null);
    if (answer.kind === 'problem') setProblem(answer.problem);
    else saveFile(`${studyId}.${format}`, answer.result);
  };
  return (
    <div class="take">
      <p class="save">
        <span>{label}</span>
        {REPORT_FORMATS.map((format) => (
          <button key={format} type="button" disabled={busy !== null} onClick={() => void save(format)}>
            {busy === format ? `${NAMES[format]} …` : NAMES[format]}
          </button>
        ))}
      </p>
      {problem !== null && (
        <p role="alert" class="warning">
          {failed}: {problem.code === 'offline' ? words.offline[1] : `${problem.message}. ${problem.hint}`}
        </p>
      )}
    </div>
  );
}
