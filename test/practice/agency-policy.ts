/** What an agency set, as the background stores it: with a part that was not accepted. */
export const AGENCY_POLICY = {
  policy: {
    agencyName: 'BKPSDM Kabupaten Rekaan',
    maxLogLevel: 1,
    maxRetentionDays: 14,
    disableExport: true,
  },
  faults: [{ key: 'packSources[1]', part: 'url', reason: 'address' }],
  received: Date.UTC(2026, 10, 24, 1),
};
