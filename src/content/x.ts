import { x } from '../sites/x/x.ts';
import { startProtection } from './protection.ts';

startProtection(x);
