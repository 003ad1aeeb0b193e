package fr.appui.rota;

/** Fired each time the current snapshot was replaced, for whoever keeps a copy of it elsewhere. */
public record RotaRefreshed(IndexedRota snapshot) {}
