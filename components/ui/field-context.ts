import { createContext, useContext } from 'react';

export interface FieldWiring {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

const FieldContext = createContext<FieldWiring>({});
export const FieldProvider = FieldContext.Provider;

/** Id and aria attributes of the surrounding Field; what the control says itself wins. */
export function useFieldWiring<P extends object>(props: P): P & FieldWiring {
  return { ...useContext(FieldContext), ...dropUndefined(props) };
}

function dropUndefined<P extends object>(props: P): P {
  // The copy has exactly P's keys minus undefined ones, which P allows to be absent.
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as P;
}
