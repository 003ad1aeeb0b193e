package fr.appui.french;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote (on a page, in a request, in a file, in the configuration) cannot be used. The message is French, is shown to
 * them as it stands, names the field where it is known and says the remedy. Any other {@link IllegalArgumentException} is a fault of
 * ours.
 */
public final class InvalidInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidInput(String sentence) {
        super(sentence);
    }

    public InvalidInput(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** What {@link Throwable#getMessage} says, which is never absent here. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
