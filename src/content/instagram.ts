import { instagram } from '../sites/instagram/instagram.ts';
import { startProtection } from './protection.ts';

startProtection(instagram);
