import { useId, useState } from 'preact/hooks';
import {
  TEMPLATE_KINDS,
  type TemplateKind,
  type TemplateOptions,
} from '../../core/pack-table/pack-table-template.ts';
import type { TableDefaults } from './opening.ts';
import { TextField } from './text-field.tsx';
import { useWords } from './words.ts';

interface OpenProps {
  openFile(file: File, defaults: TableDefaults): void;
  openText(text: string, defaults: TableDefaults): void;
  openTemplate(options: TemplateOptions): void;
  /** As a spreadsheet to fill in. */
  saveTemplate(options: TemplateOptions): void;
}

/** Three ways to begin: a file, cells that were copied from a spreadsheet, or the template. */
export function Open({ openFile, openText, openTemplate, saveTemplate }: OpenProps) {
  const { say, language } = useWords();
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [kind, setKind] = useState<TemplateKind>('regent');
  const [region, setRegion] = useState('');
  const [year, setYear] = useState(String(new Date().getFullYear() + 1));
  const [tickets, setTickets] = useState('3');
  const number = Number(year);
  const isYear = Number.isInteger(number) && number >= 1955 && number <= 2100;
  const defaults: TableDefaults = {
    kind,
    region: region.trim() || undefined,
    year: isYear ? number : undefined,
  };
  const templateOptions = (): TemplateOptions => ({
    kind,
    region: region.trim().length > 1 ? region.trim() : undefined,
    year: isYear ? number : new Date().getFullYear() + 1,
    tickets: Math.min(9, Math.max(1, Math.round(Number(tickets)) || 3)),
    language,
  });
  return (
    <section class="card open" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('page.open.title')}</h2>
      <div class="fields">
        <div class="field">
          <label for={`${id}-kind`}>{say('page.open.kind')}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value as TemplateKind)}
          >
            {TEMPLATE_KINDS.map((known) => (
              <option key={known} value={known}>
                {say(`page.kind.${known}`)}
              </option>
            ))}
          </select>
        </div>
        <TextField label={say('page.open.region')} value={region} onChange={setRegion} />
        <TextField label={say('page.open.year')} value={year} type="number" onChange={setYear} />
        <TextField label={say('page.open.tickets')} value={tickets} type="number" onChange={setTickets} />
      </div>
      <p class="buttons">
        <button type="button" class="button button-main" onClick={() => openTemplate(templateOptions())}>
          {say('page.open.template')}
        </button>
        <button type="button" class="button" onClick={() => saveTemplate(templateOptions())}>
          {say('page.open.saveTemplate')}
        </button>
      </p>
      <div class="field">
        <label for={`${id}-file`}>{say('page.open.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.txt,.json,.xlsx,.xls,text/csv,application/json"
          aria-describedby={`${id}-file-note`}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) openFile(file, defaults);
            // The same file again is a new choice: it may be mended.
            currentTarget.value = '';
          }}
        />
        <p class="field-note" id={`${id}-file-note`}>
          {say('page.open.fileNote')}
        </p>
      </div>
      <div class="field">
        <label for={`${id}-paste`}>{say('page.open.paste')}</label>
        <textarea
          id={`${id}-paste`}
          rows={3}
          value={pasted}
          aria-describedby={`${id}-paste-note`}
          onInput={({ currentTarget }) => setPasted(currentTarget.value)}
        />
        <p class="field-note" id={`${id}-paste-note`}>
          {say('page.open.pasteNote')}
        </p>
      </div>
      <p>
        <button
          type="button"
          class="button"
          aria-disabled={pasted.trim() === ''}
          onClick={() => pasted.trim() && openText(pasted, defaults)}
        >
          {say('page.open.takePasted')}
        </button>
      </p>
    </section>
  );
}
