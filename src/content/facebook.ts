import { facebook } from '../sites/facebook.ts';
import { startProtection } from './protection.ts';

startProtection(facebook);
