package fr.appui.indicators.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Image;

/** Logos side by side, each within 120 × 40 points. */
final class Logos {

    private Logos() {}

    /** @param logos PNG or JPEG @param bottom of the row, which begins at the left margin */
    static void draw(Canvas canvas, List<byte[]> logos, float bottom) {
        canvas.decorate(page -> {
            float x = canvas.left();
            for (byte[] file : logos) {
                Image logo = image(file);
                logo.scaleToFit(120, 40);
                logo.setAbsolutePosition(x, bottom);
                page.addImage(logo);
                x += logo.getScaledWidth() + 18;
            }
        });
    }

    private static Image image(byte[] file) {
        try {
            return Image.getInstance(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
