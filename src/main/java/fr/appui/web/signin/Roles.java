package fr.appui.web.signin;

import fr.appui.access.Role;

/** The names of {@link Role} for {@code @RolesAllowed}. */
public final class Roles {

    public static final String COORDINATOR = "COORDINATOR";
    public static final String PHYSICIAN = "PHYSICIAN";
    public static final String REGULATOR = "REGULATOR";
    public static final String ARS_READER = "ARS_READER";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Roles() {}
}
