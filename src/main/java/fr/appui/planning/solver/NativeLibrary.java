package fr.appui.planning.solver;

import com.google.ortools.Loader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The solver's native part: tried once, at the first search, and remembered either way. */
final class NativeLibrary {

    static final NativeLibrary OR_TOOLS = new NativeLibrary(Loader::loadNativeLibraries);

    private final Runnable loader;
    private boolean tried;
    private @Nullable String failure;

    NativeLibrary(Runnable loader) {
        this.loader = loader;
    }

    /** Why it is not there; empty when it is. */
    synchronized Optional<String> failure() {
        if (!tried) {
            tried = true;
            failure = load();
        }
        return Optional.ofNullable(failure);
    }

    private @Nullable String load() {
        try {
            loader.run();
            return null;
        } catch (LinkageError | RuntimeException unloadable) {
            return "La bibliothèque du solveur ne se charge pas sur cette machine ("
                    + unloadable.getClass().getSimpleName() + " : " + unloadable.getMessage()
                    + ") : le planning se modifie à la main, contrôlé par les mêmes règles.";
        }
    }
}
