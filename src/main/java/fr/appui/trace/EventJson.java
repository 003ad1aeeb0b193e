package fr.appui.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Events as JSON: plain objects whose fields are the record's, times in ISO-8601, identifiers as text. An unknown field is
 * passed over, so that an older node reads what a newer one wrote.
 */
public final class EventJson {

    /** Numbers of people: kept in a table of their own, where they can be erased. */
    private static final List<String> PARTIES = List.of("caller", "number");

    /** What a stored event says beyond what may leave the house: a phone number, and a sentence that may name people. */
    private static final List<String> NOT_ON_THE_WIRE = List.of("dialled", "reason");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(identifiers())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private EventJson() {}

    /** Everything, with the people's numbers: for the spool, which empties itself. */
    public static ObjectNode whole(CallEvent event) {
        ObjectNode json = MAPPER.valueToTree(event);
        return json;
    }

    /** What is stored for good: without call, time and the people's numbers, which have columns of their own. */
    public static ObjectNode payload(CallEvent event) {
        ObjectNode json = whole(event);
        json.remove(List.of("call", "at"));
        json.remove(PARTIES);
        return json;
    }

    /** What may leave the house: no phone number, nobody's name. */
    public static ObjectNode onTheWire(CallEvent event) {
        ObjectNode json = payload(event);
        json.remove(NOT_ON_THE_WIRE);
        return json;
    }

    /** @param whole as {@link #whole} wrote it, or a payload to which call, time and numbers were given back */
    public static CallEvent read(String name, ObjectNode whole) {
        try {
            return MAPPER.treeToValue(whole, EventNames.classOf(name));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("événement « " + name + " » : contenu illisible", unreadable);
        }
    }

    public static ObjectNode parse(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException | ClassCastException unreadable) {
            throw new IllegalArgumentException("événement : le contenu n’est pas un objet JSON", unreadable);
        }
    }

    private static SimpleModule identifiers() {
        var module = new SimpleModule();
        text(module, CallId.class, CallId::value, CallId::new);
        text(module, PhysicianId.class, PhysicianId::toString, PhysicianId::parse);
        text(module, TerritoryCode.class, TerritoryCode::value, TerritoryCode::new);
        text(module, PhoneNumber.class, PhoneNumber::e164, PhoneNumber::new);
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return read.apply(json.getText());
            }
        });
    }
}
