package fr.appui.indicators.render;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** The fonts, embedded so that a page looks the same everywhere, and the few colours, each above 4.5:1 on white. */
final class Style {

    static final Color INK = new Color(0x1F, 0x29, 0x33);
    static final Color ACCENT = new Color(0x0B, 0x55, 0x63);
    static final Color MUTED = new Color(0x52, 0x60, 0x6D);
    static final Color HAIRLINE = new Color(0xC9, 0xD1, 0xD9);
    static final Color HEADER_BACKGROUND = new Color(0xE6, 0xF0, 0xF2);
    static final Color BAR = new Color(0x1B, 0x7A, 0x8C);

    private static final BaseFont REGULAR = load("LiberationSans-Regular.ttf");
    private static final BaseFont BOLD = load("LiberationSans-Bold.ttf");

    private Style() {}

    static Font regular(float size, Color color) {
        return new Font(REGULAR, size, Font.NORMAL, color);
    }

    static Font bold(float size, Color color) {
        return new Font(BOLD, size, Font.NORMAL, color);
    }

    static BaseFont base() {
        return REGULAR;
    }

    private static BaseFont load(String file) {
        try (InputStream font = Style.class.getResourceAsStream("/liberation/" + file)) {
            byte[] bytes = Objects.requireNonNull(font, file).readAllBytes();
            BaseFont loaded = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
            // the list of glyphs is not asked for by anybody, and the library leaves glyphs that others are made of out
            // of it
            loaded.setIncludeCidSet(false);
            return loaded;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
