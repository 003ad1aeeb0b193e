package fr.appui.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import fr.appui.french.WholeCharacters;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Half a character (a lone surrogate) could not be read back as it was written: no text of a request holds one. Nor does a list
 * hold nothing in place of a thing.
 */
@Singleton
final class WholeText implements ObjectMapperCustomizer {

    private static final String REMEDY = "un caractère est incomplet (Unicode mal formé) ; le corriger";

    @Override
    public void customize(ObjectMapper json) {
        json.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        json.registerModule(new SimpleModule("whole-text").addDeserializer(String.class, new Reader()));
    }

    /** What an address writes; its forms come decoded to whole characters. */
    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var address = request.getUriInfo();
        for (Map<String, List<String>> parameters :
                List.of(address.getPathParameters(), address.getQueryParameters())) {
            parameters.forEach((name, values) -> {
                if (!WholeCharacters.areIn(name) || !values.stream().allMatch(WholeCharacters::areIn)) {
                    throw Problem.badRequest(WholeCharacters.of(name), REMEDY);
                }
            });
        }
    }

    private static final class Reader extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && !WholeCharacters.areIn(text)) {
                return (String) context.handleWeirdStringValue(String.class, WholeCharacters.of(text), REMEDY);
            }
            return text;
        }
    }
}
