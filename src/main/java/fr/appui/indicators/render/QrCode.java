package fr.appui.indicators.render;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.util.Map;
import org.openpdf.text.pdf.PdfContentByte;

/** A QR code drawn as squares, sharp at any size. */
final class QrCode {

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private QrCode() {}

    static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("this text does not fit a QR code", tooLong);
        }
    }

    /** @param size of its side, the quiet zone around included */
    static void draw(PdfContentByte page, String text, float left, float bottom, float size) {
        BitMatrix matrix = matrix(text);
        float module = size / matrix.getWidth();
        page.setColorFill(Color.WHITE);
        page.rectangle(left, bottom, size, size);
        page.fill();
        page.setColorFill(Color.BLACK);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    page.rectangle(left + x * module, bottom + size - (y + 1) * module, module, module);
                }
            }
        }
        page.fill();
    }
}
