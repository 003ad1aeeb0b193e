package fr.appui.web.page;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Which page of a list an address asks for: the first where it cannot be read, which {@link AddressFaults} then tell. @param at first is 0 */
public record PageNumber(int at) {

    public static final PageNumber FIRST = new PageNumber(0);

    private static PageNumber parse(String written) {
        if (!written.matches("-?\\d{1,9}")) {
            throw new InvalidInput(WrittenValue.refused(
                    written,
                    "n’est pas un numéro de page",
                    "la première est montrée, les autres se choisissent sous la liste"));
        }
        return new PageNumber(Integer.parseInt(written));
    }

    @Provider
    static final class Reader implements ParamConverterProvider, ParamConverter<PageNumber> {

        private final AddressFaults faults;

        Reader(AddressFaults faults) {
            this.faults = faults;
        }

        @Override
        @SuppressWarnings("unchecked") // asked for by its own class
        public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
            return type == PageNumber.class ? (ParamConverter<T>) this : null;
        }

        @Override
        public PageNumber fromString(String written) {
            return faults.read("Page", written, PageNumber::parse).orElse(FIRST);
        }

        @Override
        public String toString(PageNumber page) {
            return Integer.toString(page.at());
        }
    }
}
