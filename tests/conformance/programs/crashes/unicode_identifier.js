const größe = undefined;
größe.länge;
