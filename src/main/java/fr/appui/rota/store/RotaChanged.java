package fr.appui.rota.store;

/** Something that snapshots are made from was written; observed once its transaction is committed. */
record RotaChanged() {}
