import { useId } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames';
import type { ButtonProps } from './controlProps';
import { VisuallyHidden } from './VisuallyHidden';

/**
 * A word that does something. When it cannot be used it stays reachable and says why, instead of going silent
 * (`aria-disabled`, not `disabled`).
 */
export function Button({
  children,
  onClick,
  kind = 'plain',
  size = 'normal',
  disabledReason = null,
  pressed,
  shortcut,
  label,
  buttonRef,
}: ButtonProps) {
  const reasonId = useId();
  const disabled = disabledReason !== null;
  return (
    <>
      <button
        type="button"
        ref={buttonRef}
        className={classNames(styles.button, styles[kind], size === 'large' && styles.large)}
        onClick={() => {
          if (!disabled) onClick();
        }}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled || undefined}
        aria-describedby={disabled ? reasonId : undefined}
        aria-keyshortcuts={shortcut}
        title={disabledReason ?? undefined}
      >
        {children}
        {shortcut !== undefined && (
          <kbd className={styles.shortcut} aria-hidden="true">
            {shortcut}
          </kbd>
        )}
      </button>
      {disabled && (
        <VisuallyHidden>
          <span id={reasonId}>{disabledReason}</span>
        </VisuallyHidden>
      )}
    </>
  );
}
