-- Whether a physician of identified beds alone (LISP) may not be on duty for a territory. NULL: as before, admitted.
ALTER TABLE territory ADD COLUMN IF NOT EXISTS excludes_lisp BOOLEAN NULL;
