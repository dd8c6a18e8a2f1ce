import type { Command } from 'commander';
import { numberBetween, positive, whole } from './option-values.ts';
import type { RecheckCommandOptions } from './recheck-command.ts';
import type { Terminal } from './terminal.ts';
import type { VerifyCommandOptions } from './verify-command.ts';

type SetCode = (code: number) => void;

/** Commands on a finished run as evidence: whether it is what it was, and what became of what it rests on. */
export function addEvidenceCommands(program: Command, terminal: Terminal, setCode: SetCode): void {
  addVerifyCommand(program, terminal, setCode);
  addRecheckCommand(program, terminal, setCode);
  program
    .command('seal <folder>')
    .description(
      'write a request for a time stamp on the manifest of a run; sent only where --url names whom to ask',
    )
    .option('--url <address>', 'time-stamp authority (RFC 3161) to send it to')
    .option('--json', 'machine-readable result')
    .action((folder: string, options: { url?: string; json?: boolean }) =>
      import('./seal-command.ts').then((c) => c.sealCommand(folder, options, terminal)),
    );
}

function addVerifyCommand(program: Command, terminal: Terminal, setCode: SetCode): void {
  program
    .command('verify <folder>')
    .description('check a finished run: every file, record, quote and number; exit code 1 when any differs')
    .option('--study <folder>', 'folder of the study [where it was, seen from the run]')
    .option('--threads <n>', 'threads of the database [as many as cores]', positive)
    .option('--json', 'machine-readable result')
    .action(async (folder: string, options: VerifyCommandOptions) => {
      const { verifyCommand } = await import('./verify-command.ts');
      setCode(await verifyCommand(folder, options, terminal));
    });
}

function addRecheckCommand(program: Command, terminal: Terminal, setCode: SetCode): void {
  program
    .command('recheck <study>')
    .description('ask for the addresses of some documents again: which share is gone, by class and stance')
    .option('--sample <n>', 'documents to draw over all classes and stances', positive, 400)
    .option('--seed <n>', 'seed of the draw [that of the study]', whole)
    .option('--pause <s>', 'seconds between two requests to one host', numberBetween(0, 3600), 2)
    .option('--timeout <s>', 'longest wait for an answer, seconds', numberBetween(1, 600), 30)
    .option('--hosts <n>', 'hosts that are asked side by side', positive, 4)
    .option('--inner', 'ask addresses of this machine and its own network too')
    .option('--out <folder>', 'folder of the run [out/<study id>]')
    .option('--json', 'machine-readable result')
    .action(async (study: string, options: RecheckCommandOptions) => {
      const { recheckCommand } = await import('./recheck-command.ts');
      setCode(await recheckCommand(study, options, terminal));
    });
}
