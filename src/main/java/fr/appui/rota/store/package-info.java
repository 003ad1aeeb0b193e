/**
 * Published rotas in MariaDB, and the snapshot made from them: read on publication and by timer, kept in memory, written
 * beside the process so that it starts without its database.
 */
@NullMarked
package fr.appui.rota.store;

import org.jspecify.annotations.NullMarked;
