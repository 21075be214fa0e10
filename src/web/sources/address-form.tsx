import type { Child, FC } from 'hono/jsx';

/** Where a reader writes an address to look for news at; what is found is shown before it is kept. */
export const AddressForm: FC<{ label: string; written?: string; children?: Child }> = ({
  label,
  written,
  children,
}) => (
  <form method="post" action="/sources/find" class="address-form">
    <label for="address">{label}</label>
    <div class="address-line">
      <input
        id="address"
        name="address"
        type="text"
        dir="ltr"
        inputmode="url"
        required
        maxlength={2000}
        {...(written === undefined ? { placeholder: 'example.com' } : { value: written })}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <button type="submit">ابحث</button>
    </div>
    {children}
  </form>
);
