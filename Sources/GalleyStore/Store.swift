internal import GalleyModel
