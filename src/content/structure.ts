import { siteFor } from '../sites/index.ts';
import { structureReport } from '../sites/structure-report.ts';

const site = siteFor(location.hostname);

/**
 * The structure report of the page in front, as JSON; undefined on a page of no site. The popup runs this file when the
 * user presses its button, and gets the value: no tab carries the code, and nothing keeps the report.
 */
export const report = site && JSON.stringify(structureReport(site, document));
