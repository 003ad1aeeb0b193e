package fr.appui.indicators.render;

import fr.appui.french.Typography;
import fr.appui.indicators.kit.PosterText;
import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfContentByte;

/** The A4 poster, and a sheet of ten pocket cards to cut (85 × 54 mm). */
public final class KitPdf {

    private static final String TITLE = "Appui téléphonique soins palliatifs";
    private static final Color PALE = new Color(0xE6, 0xF0, 0xF2);
    private static final int USUAL_LINES = 13;
    private static final float CARD_WIDTH = 241;
    private static final float CARD_HEIGHT = 153;

    private KitPdf() {}

    /** @param logos PNG or JPEG, printed at the foot from left to right */
    public static byte[] poster(PosterText notice, List<byte[]> logos) {
        Canvas canvas = new Canvas(TITLE + " – " + notice.territory(), "Affiche", "");
        band(canvas, notice);
        number(canvas, notice);
        canvas.moveTo(544);
        float size = sizeOf(notice);
        block(
                canvas,
                size,
                "Quand appeler",
                Stream.concat(notice.opening().stream(), Stream.of(notice.workingDays(), notice.nonWorkingDays()))
                        .toList());
        block(canvas, size, "Comment", notice.steps());
        block(canvas, size, "Qui peut appeler", PosterText.WHO_MAY_CALL);
        block(canvas, size, "Pour quels patients", notice.whichPatients());
        daytime(canvas, size, notice);
        mail(canvas, size, notice);
        canvas.space(6);
        canvas.paragraph(Typography.typeset(PosterText.NOT_FOR_FAMILIES), Style.bold(10.5f, Style.ACCENT));
        foot(canvas, notice, logos);
        return canvas.close();
    }

    private static void band(Canvas canvas, PosterText notice) {
        canvas.decorate(page -> {
            fill(page, Style.ACCENT, new float[] {0, 712, 596, 130});
            fill(page, PALE, new float[] {0, 556, 596, 156});
        });
        canvas.textIn(
                canvas.element("H1"),
                TITLE,
                Style.bold(27, Color.WHITE),
                new Canvas.Box(canvas.left(), 806, canvas.width(), Element.ALIGN_LEFT));
        canvas.textIn(
                canvas.element("P"),
                Typography.typeset(notice.territory()),
                Style.regular(19, Color.WHITE),
                new Canvas.Box(canvas.left(), 760, canvas.width(), Element.ALIGN_LEFT));
    }

    private static void number(Canvas canvas, PosterText notice) {
        canvas.textIn(
                canvas.element("P"),
                "Un médecin de soins palliatifs vous conseille au",
                Style.regular(13, Style.INK),
                new Canvas.Box(canvas.left(), 690, 340, Element.ALIGN_LEFT));
        canvas.textIn(
                canvas.element("P"),
                notice.number().national().replace(' ', '\u00A0'),
                Style.bold(38, Style.ACCENT),
                new Canvas.Box(canvas.left(), 664, 360, Element.ALIGN_LEFT));
        canvas.textIn(
                canvas.element("P"),
                "Scanner pour appeler",
                Style.regular(9, Style.MUTED),
                new Canvas.Box(430, 577, 120, Element.ALIGN_CENTER));
        canvas.moveTo(702);
        canvas.figure(
                "Code QR qui compose le " + notice.number().national(),
                120,
                page -> QrCode.draw(page, notice.telephoneLink(), 430, canvas.y(), 120));
    }

    /** One page, whatever it has to say: the more lines, the smaller. */
    private static float sizeOf(PosterText notice) {
        int lines = 2
                + (int) notice.opening().stream().count()
                + notice.steps().size()
                + PosterText.WHO_MAY_CALL.size()
                + notice.whichPatients().size()
                + notice.daytime().size()
                + (int) notice.mail().stream().count();
        return Math.min(12, 12f * USUAL_LINES / lines);
    }

    private static void block(Canvas canvas, float size, String title, List<String> lines) {
        canvas.paragraph(title, Style.bold(size * 14 / 12, Style.ACCENT));
        canvas.space(2);
        for (String line : lines) {
            canvas.paragraph(Typography.typeset("•  " + line), Style.regular(size, Style.INK));
        }
        canvas.space(5);
    }

    private static void daytime(Canvas canvas, float size, PosterText notice) {
        if (!notice.daytime().isEmpty()) {
            block(canvas, size, "En dehors de ces horaires", notice.daytime());
        }
    }

    /** The address is for questions of organisation: medical information has a way of its own (doc 001 §2). */
    private static void mail(Canvas canvas, float size, PosterText notice) {
        notice.mail()
                .ifPresent(mail -> block(canvas, size, "Écrire à l’appui", List.of(mail + PosterText.SECURE_MAIL)));
    }

    private static void foot(Canvas canvas, PosterText notice, List<byte[]> logos) {
        notice.host().ifPresent(host -> {
            canvas.hairline(84, Style.HAIRLINE);
            canvas.textIn(
                    canvas.element("P"),
                    Typography.typeset("Établissement porteur : " + host),
                    Style.regular(9, Style.MUTED),
                    new Canvas.Box(canvas.left(), 78, canvas.width(), Element.ALIGN_LEFT));
        });
        Logos.draw(canvas, logos, 18);
    }

    public static byte[] cards(PosterText notice) {
        Canvas canvas = new Canvas(TITLE + " – " + notice.territory(), "Cartes à découper", "");
        float left = (596 - 2 * CARD_WIDTH) / 2;
        float top = 842 - (842 - 5 * CARD_HEIGHT) / 2;
        for (int i = 0; i < 10; i++) {
            card(canvas, notice, new float[] {left + i % 2 * CARD_WIDTH, top - i / 2 * CARD_HEIGHT});
        }
        return canvas.close();
    }

    private static void card(Canvas canvas, PosterText notice, float[] corner) {
        float x = corner[0];
        float top = corner[1];
        canvas.decorate(page -> {
            page.setLineWidth(0.4f);
            page.setColorStroke(Style.HAIRLINE);
            page.rectangle(x, top - CARD_HEIGHT, CARD_WIDTH, CARD_HEIGHT);
            page.stroke();
            fill(page, Style.ACCENT, new float[] {x, top - 30, CARD_WIDTH, 30});
            QrCode.draw(page, notice.telephoneLink(), x + CARD_WIDTH - 72, top - 104, 66);
        });
        line(canvas, TITLE, Style.bold(11, Color.WHITE), new float[] {x + 8, top - 8, CARD_WIDTH - 16});
        line(canvas, notice.territory(), Style.regular(9, Style.INK), new float[] {x + 8, top - 36, 158});
        line(canvas, notice.number().national().replace(' ', '\u00A0'), Style.bold(17, Style.ACCENT), new float[] {
            x + 8, top - 50, 165
        });
        line(canvas, notice.workingDays(), Style.regular(7.5f, Style.INK), new float[] {x + 8, top - 76, 158});
        line(canvas, notice.nonWorkingDays(), Style.regular(7.5f, Style.INK), new float[] {x + 8, top - 97, 158});
        String daytime = notice.daytimeContact()
                .map(contact -> "En dehors : " + contact.national().replace(' ', '\u00A0') + ". ")
                .orElse("");
        line(canvas, daytime + "Réservé aux professionnels de santé.", Style.regular(7.5f, Style.MUTED), new float[] {
            x + 8, top - 124, CARD_WIDTH - 16
        });
    }

    /** @param place left, top, width */
    private static void line(Canvas canvas, String text, Font font, float[] place) {
        canvas.textIn(
                canvas.element("P"),
                Typography.typeset(text),
                font,
                new Canvas.Box(place[0], place[1], place[2], Element.ALIGN_LEFT));
    }

    private static void fill(PdfContentByte page, Color color, float[] box) {
        page.setColorFill(color);
        page.rectangle(box[0], box[1], box[2], box[3]);
        page.fill();
    }
}
