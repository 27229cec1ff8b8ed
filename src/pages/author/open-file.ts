import { browser } from '../../shared/browser.ts';
import { type LoadReader, readSheetsOf } from '../../shared/read-sheets.ts';
import { readTableFile } from '../../shared/table-file.ts';
import { LARGEST_FILE } from './largest-file.ts';
import { type Opened, openSheets, openText, type TableDefaults } from './opening.ts';

/** A file of the extension itself, made of `pages/xlsx/main.ts`: half of the people never need it. */
const loadReader: LoadReader = () => import(browser.runtime.getURL('pages/xlsx/main.js'));

/** A pack or a spreadsheet, by what the file is and not by its name. */
export async function openFile(file: File, defaults: TableDefaults, load = loadReader): Promise<Opened> {
  const read = await readTableFile(file, file.name, LARGEST_FILE);
  if ('text' in read) return openText(read.text, file.name, defaults);
  const { sheets, faults } = await readSheetsOf(read, file.name, load);
  return openSheets(sheets, faults, file.name, defaults);
}
