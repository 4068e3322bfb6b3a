/** Makes a value when it is first asked for, and keeps it. What takes long to make does not make the start slower. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
