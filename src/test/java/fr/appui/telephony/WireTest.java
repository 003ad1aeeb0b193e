package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+33612345678",
                "a,b\"c'd",
                "${SHELL(rm -rf)}",
                "$[1+1]",
                "x|y~z!w&v",
                "100 % sûr",
                "^;:()\\",
                "ligne\r\nSET VARIABLE X 1"
            })
    void hostileTextComesBackAsItWas(String hostile) {
        String text = Wire.fields("fact", hostile, 7);
        assertThat(Wire.parse(text)).containsExactly("fact", hostile, "7");
        assertThat(text).matches("[A-Za-z0-9+._/%|-]*");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTextComesBackAsItWas(long seed) {
        Random random = new Random(seed);
        String any = random.ints(random.nextInt(40), 1, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(Wire.parse(Wire.fields(any, any))).containsExactly(any, any);
    }

    @Test
    void nothingHasNoElement() {
        assertThat(Wire.split("", Wire.FACTS)).isEmpty();
        assertThat(Wire.split("a~~b", Wire.FACTS)).containsExactly("a", "", "b");
    }
}
