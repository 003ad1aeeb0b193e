package fr.appui.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Where the service is reached. What is asked for under another name ({@code Host}) is not sent there: answers lead on by path
 * alone, and addresses to take away begin with the configured one.
 */
@ApplicationScoped
public class OwnAddress {

    private final WebSettings settings;

    OwnAddress(WebSettings settings) {
        this.settings = settings;
    }

    /** To write a whole address with. @param here what this request was sent to, where none is configured */
    public URI base(UriInfo here) {
        return settings.address().map(OwnAddress::withSlash).orElseGet(here::getBaseUri);
    }

    @ServerResponseFilter
    void leadByPath(ContainerResponseContext response, UriInfo here) {
        if (response.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI to
                && to.isAbsolute()
                && String.valueOf(to.getAuthority()).equals(here.getBaseUri().getAuthority())) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(pathOf(to)));
        }
    }

    private static String pathOf(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return path
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                + (address.getRawFragment() == null ? "" : "#" + address.getRawFragment());
    }

    private static URI withSlash(URI base) {
        return base.toString().endsWith("/") ? base : URI.create(base + "/");
    }
}
