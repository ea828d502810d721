import { describe, expect, it, vi } from 'vitest';
import { applicationMenuTemplate, contextMenuTemplate } from './menu.ts';

const rolesIn = (template: unknown): unknown[] => [...JSON.stringify(template).matchAll(/"role":"(\w+)"/g)].map(([, role]) => role);

describe('the application’s menu', () => {
  it('locks with a key on every system', () => {
    const lock = vi.fn();
    for (const isMac of [true, false]) {
      const template = applicationMenuTemplate({ isMac, allowDevTools: false, lock });
      expect(JSON.stringify(template)).toContain('"accelerator":"CmdOrCtrl+L"');
    }
  });

  it('offers developer tools only where they are allowed', () => {
    const lock = vi.fn();
    expect(rolesIn(applicationMenuTemplate({ isMac: false, allowDevTools: false, lock }))).not.toContain('toggleDevTools');
    expect(rolesIn(applicationMenuTemplate({ isMac: false, allowDevTools: true, lock }))).toContain('toggleDevTools');
  });
});

describe('the right click', () => {
  const editFlags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true };

  it('offers editing in a field, copying on a selection and nothing elsewhere', () => {
    expect(rolesIn(contextMenuTemplate({ editFlags, isEditable: true, hasSelection: false }))).toEqual([
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
    expect(rolesIn(contextMenuTemplate({ editFlags, isEditable: false, hasSelection: true }))).toEqual(['copy']);
    expect(contextMenuTemplate({ editFlags, isEditable: false, hasSelection: false })).toEqual([]);
  });
});
