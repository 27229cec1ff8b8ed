import { instagram } from '../sites/instagram.ts';
import { startProtection } from './protection.ts';

startProtection(instagram);
