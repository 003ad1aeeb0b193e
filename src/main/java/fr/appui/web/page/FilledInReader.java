package fr.appui.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** A form that is posted, where a face asks for what it fills in. How much may be posted, the server has bounded before. */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class FilledInReader implements MessageBodyReader<FilledIn<?>> {

    private static final int MOST_FIELDS = 2000;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == FilledIn.class;
    }

    @Override
    public FilledIn<?> readFrom(
            Class<FilledIn<?>> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String sent = new String(body.readAllBytes(), UTF_8);
        Class<?> entry = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
        return FilledIn.read(
                entry.asSubclass(Record.class), new QueryStringDecoder(sent, UTF_8, false, MOST_FIELDS).parameters());
    }
}
