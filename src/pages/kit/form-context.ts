import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KitFault } from '../../core/kit/form.ts';
import { type FormValue, faultsAt, type Place, valueAt, withValue } from './form-value.ts';

export interface FormState {
  readonly form: FormValue;
  /** None before the person asked for the kit: an empty form is not a wrong one. */
  readonly faults: readonly KitFault[];
  change(form: FormValue): void;
}

export const FormContext = createContext<FormState | undefined>(undefined);

export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error('useForm() outside of a form');
  return state;
}

/** One value of the form, what is wrong with it, and a way to set it. */
export function useValue(place: Place) {
  const { form, faults, change } = useForm();
  return {
    value: valueAt(form, place),
    faults: faultsAt(faults, place),
    set: (value: unknown) => change(withValue(form, place, value)),
  };
}
