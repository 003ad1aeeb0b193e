package fr.appui.indicators.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The logo of an invented hospital. */
final class SampleLogo {

    private SampleLogo() {}

    static byte[] png() throws IOException {
        var image = new BufferedImage(360, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 360, 120);
        pen.setColor(new Color(0x1F, 0x6F, 0x78));
        pen.fillRoundRect(4, 4, 112, 112, 28, 28);
        pen.setColor(Color.WHITE);
        pen.fillRoundRect(50, 24, 20, 72, 6, 6);
        pen.fillRoundRect(24, 50, 72, 20, 6, 6);
        pen.setColor(new Color(0x9C, 0xC9, 0xC4));
        for (int wave = 0; wave < 3; wave++) {
            pen.fillRoundRect(140, 26 + wave * 28, 200 - wave * 46, 12, 12, 12);
        }
        pen.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }
}
