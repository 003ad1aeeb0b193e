package fr.appui.push;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The push services that are written to: a browser names any address, and we would fetch it. */
record PushHosts(List<String> allowed) {

    boolean allow(URI endpoint) {
        String origin = endpoint.getScheme() + "://" + endpoint.getAuthority();
        return allowed.stream().map(String::strip).anyMatch(one -> allows(one, endpoint, origin));
    }

    private static boolean allows(String one, URI endpoint, String origin) {
        if (one.contains("://")) {
            return origin.equalsIgnoreCase(one);
        }
        if (!"https".equals(endpoint.getScheme()) || endpoint.getPort() >= 0 || endpoint.getHost() == null) {
            return false;
        }
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return one.startsWith("*.") ? host.endsWith(one.substring(1)) : host.equals(one);
    }
}
