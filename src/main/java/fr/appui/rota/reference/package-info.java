/**
 * Reference files: territories, establishments, volunteers and rotas in one YAML document that a fresh installation loads.
 * A file is read whole into values before anything is written, and only adds what is missing: what a coordinator has
 * changed since is never undone.
 */
@NullMarked
package fr.appui.rota.reference;

import org.jspecify.annotations.NullMarked;
