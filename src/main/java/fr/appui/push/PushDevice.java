package fr.appui.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.appui.french.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Where one browser takes messages, as it said when its person subscribed.
 *
 * @param endpoint an address at its push service, which only the browser and we know
 * @param key the browser's public key, base64url
 * @param secret shared with the browser, base64url
 */
public record PushDevice(URI endpoint, String key, String secret) {

    private static final int LONGEST_ENDPOINT = 1_000;
    private static final int KEY_BYTES = 65;
    private static final int SECRET_BYTES = 16;

    /** @throws InvalidInput in French, with the field's name, for what no browser says */
    public static PushDevice of(String endpoint, String key, String secret) {
        requireBytes("cle", key, KEY_BYTES);
        requireBytes("secret", secret, SECRET_BYTES);
        if (!P256.holds(Base64.getUrlDecoder().decode(key))) {
            throw new InvalidInput("cle : ce n’est pas la clé publique d’un navigateur (courbe P-256) ;"
                    + " redemander les notifications sur cet appareil");
        }
        return new PushDevice(address(endpoint), key, secret);
    }

    /** Names it where its address is not to be read. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(endpoint.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    byte[] keyBytes() {
        return Base64.getUrlDecoder().decode(key);
    }

    byte[] secretBytes() {
        return Base64.getUrlDecoder().decode(secret);
    }

    private static URI address(String endpoint) {
        try {
            URI address = new URI(endpoint);
            if (endpoint.length() <= LONGEST_ENDPOINT && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException unreadable) {
            // told below, as any other that is none
        }
        throw new InvalidInput(
                "adresse : celle que le navigateur a donnée ne convient pas ; réessayer avec un autre navigateur");
    }

    private static void requireBytes(String field, String written, int bytes) {
        try {
            if (Base64.getUrlDecoder().decode(written).length == bytes) {
                return;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below, as any other that is none
        }
        throw new InvalidInput(
                field + " : " + bytes + " octets en base64url attendus, tels que le navigateur les donne");
    }
}
